/** What surrounds the shell: the language of the controls and the page's memory of what the core said. */
import { I18nProvider } from 'react-aria-components'
import { Shell } from './Shell.tsx'

export function App() {
  return (
    <I18nProvider locale="en-GB">
      <Shell />
    </I18nProvider>
  )
}
