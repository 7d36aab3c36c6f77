/** Tabs: a few views of the same thing. Arrow keys move between them. */
import type { ReactNode } from 'react'
import { Tab, TabList, TabPanel, TabPanels, Tabs as AriaTabs, type Key } from 'react-aria-components'
import { classNames } from './class-names.ts'
import './Tabs.css'

export interface TabItem<K extends Key = Key> {
  id: K
  title: ReactNode
  content: ReactNode
}

interface TabsProps<K extends Key> {
  /** What the tabs are views of. */
  label: string
  items: readonly TabItem<K>[]
  selected?: K
  onSelect?: (id: K) => void
  className?: string
}

export function Tabs<K extends Key>({ label, items, selected, onSelect, className }: TabsProps<K>) {
  const select = (key: Key) => {
    const item = items.find((candidate) => candidate.id === key)
    if (item !== undefined) onSelect?.(item.id)
  }
  return (
    <AriaTabs
      className={classNames('w-tabs', className)}
      onSelectionChange={select}
      {...(selected === undefined ? {} : { selectedKey: selected })}
    >
      <TabList className="w-tab-list" aria-label={label} items={items}>
        {(item) => (
          <Tab id={item.id} className="w-tab">
            {item.title}
          </Tab>
        )}
      </TabList>
      <TabPanels className="w-tab-panels" items={items}>
        {(item) => (
          <TabPanel id={item.id} className="w-tab-panel">
            {item.content}
          </TabPanel>
        )}
      </TabPanels>
    </AriaTabs>
  )
}
