/** The top bar: which study, the way to everything, and how it looks and who codes. */
import { ChevronDown, Contrast, Moon, Search, Sun } from 'lucide-react'
import { Button } from '../ui/Button.tsx'
import { Switch } from '../ui/Choice.tsx'
import { Keys } from '../ui/Keys.tsx'
import { Menu, MenuChoices, MenuFor, MenuItem, MenuLine, MenuSection } from '../ui/Menu.tsx'
import iconUrl from '../ui/icon.svg'
import { CommandItem } from './CommandItem.tsx'
import { usePlace, useRun } from './place.ts'
import { useStore } from '../ui/store.ts'
import { useStudy, useStudyActions } from './study.ts'
import { setTheme, theme, THEMES, type Theme } from './theme.ts'
import './TopBar.css'

export function TopBar() {
  const { hasProject } = usePlace()
  const run = useRun()
  const study = useStudy()
  const { showSuggestions } = useStudyActions()
  return (
    <header className="topbar">
      <div className="topbar-start">
        <img src={iconUrl} alt="" className="topbar-icon" />
        <StudyMenu />
      </div>
      <Button className="topbar-search" icon={<Search aria-hidden />} onPress={() => run('view.palette')}>
        <span className="topbar-search-words">Search or command</span>
        <Keys keys="Mod+K" />
      </Button>
      <div className="topbar-end">
        {hasProject ? (
          <Switch className="topbar-suggestions" isSelected={study.hasSuggestions} onChange={showSuggestions}>
            Suggestions
          </Switch>
        ) : null}
        <ThemeMenu />
        {hasProject ? <CoderMenu /> : null}
      </div>
    </header>
  )
}

function StudyMenu() {
  const { hasProject } = usePlace()
  const study = useStudy()
  const { open } = useStudyActions()
  const others = study.recent.filter((entry) => entry.name !== study.name)
  return (
    <MenuFor>
      <Button look="quiet" className="topbar-study">
        <span className="topbar-study-name">{hasProject ? study.name : 'Waymark'}</span>
        <ChevronDown aria-hidden />
      </Button>
      <Menu label="Study">
        <CommandItem id="study.import" />
        <CommandItem id="study.export" />
        <CommandItem id="study.rename" />
        <CommandItem id="study.settings" />
        <MenuLine />
        {others.length === 0 ? null : (
          <MenuSection title="Other studies">
            {others.slice(0, 6).map((entry) => (
              <MenuItem key={entry.id} onAction={() => open(entry.id)}>
                {entry.name}
              </MenuItem>
            ))}
          </MenuSection>
        )}
        <CommandItem id="go.projects" />
        <CommandItem id="study.close" />
        <MenuLine />
        <CommandItem id="help.keys" />
      </Menu>
    </MenuFor>
  )
}

const THEME_ITEMS: Record<Theme, { name: string; icon: typeof Sun }> = {
  system: { name: 'As the system', icon: Contrast },
  light: { name: 'Light', icon: Sun },
  dark: { name: 'Dark', icon: Moon },
}

function ThemeMenu() {
  const chosen = useStore(theme)
  const Icon = THEME_ITEMS[chosen].icon
  return (
    <MenuFor>
      <Button
        look="quiet"
        className="topbar-theme"
        aria-label={`Colours: ${THEME_ITEMS[chosen].name}`}
        icon={<Icon aria-hidden />}
      >
        <ChevronDown aria-hidden className="topbar-chevron" />
      </Button>
      <Menu label="Colours" placement="bottom end">
        <MenuChoices
          title="Colours"
          options={THEMES.map((id) => ({ id, label: THEME_ITEMS[id].name }))}
          value={chosen}
          onChange={setTheme}
        />
        <MenuLine />
        <CommandItem id="view.larger" />
        <CommandItem id="view.smaller" />
      </Menu>
    </MenuFor>
  )
}

function CoderMenu() {
  const { coder, coders } = useStudy()
  const { codeAs } = useStudyActions()
  return (
    <MenuFor>
      <Button look="quiet" className="topbar-coder">
        <span className="hidden-visually">Coding as </span>
        <span className="topbar-study-name">{coder}</span>
        <ChevronDown aria-hidden />
      </Button>
      <Menu label="Coding as" placement="bottom end">
        <MenuChoices
          title="Coding as"
          options={coders.map((name) => ({ id: name, label: name }))}
          value={coder}
          onChange={codeAs}
        />
        <MenuLine />
        <CommandItem id="study.coder" />
      </Menu>
    </MenuFor>
  )
}
