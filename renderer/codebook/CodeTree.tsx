/** The codebook as a tree to walk, fold, choose from and reorder. */
import { useMemo, useRef } from 'react'
import { DropIndicator, useDragAndDrop, type Key } from 'react-aria-components'
import { Tree, TreeRow } from '../ui/Tree.tsx'
import { CodeFace } from './CodeFace.tsx'
import type { DropPlace } from './moves.ts'
import type { CodebookNode, NodeKey } from './tree.ts'
import { familyTitle } from './words.ts'

export interface TreeActions {
  select: (key: NodeKey) => void
  /** Enter or a double click. */
  open: (key: NodeKey) => void
  canDrop: (dragged: NodeKey, place: DropPlace) => boolean
  drop: (dragged: NodeKey, place: DropPlace) => void
}

interface CodeTreeProps {
  nodes: readonly CodebookNode[]
  selected: NodeKey | null
  expanded: ReadonlySet<NodeKey>
  onExpanded: (expanded: ReadonlySet<NodeKey>) => void
  /** Codings made under an older definition, by code. */
  older: ReadonlyMap<number, number>
  actions: TreeActions
}

export function CodeTree({ nodes, selected, expanded, onExpanded, older, actions }: CodeTreeProps) {
  const keys = useMemo(() => new Map<Key, NodeKey>(everyKey(nodes).map((key) => [key, key])), [nodes])
  const dragAndDropHooks = useCodeDragging(keys, actions)
  const first = (chosen: Iterable<Key>): NodeKey | undefined => {
    for (const key of chosen) return keys.get(key)
    return undefined
  }
  return (
    <Tree
      label="Codebook"
      className="codebook-tree"
      items={nodes}
      dependencies={[older]}
      dragAndDropHooks={dragAndDropHooks}
      expandedKeys={expanded}
      onExpandedChange={(open) => onExpanded(new Set([...open].flatMap((key) => keys.get(key) ?? [])))}
      selectionMode="single"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected === null ? [] : [selected]}
      onSelectionChange={(chosen) => {
        const key = first(chosen === 'all' ? [] : chosen)
        if (key !== undefined && key !== selected) actions.select(key)
      }}
      onAction={(chosen) => {
        const key = keys.get(chosen)
        if (key !== undefined) actions.open(key)
      }}
    >
      {(node) => <NodeRow node={node} older={older} />}
    </Tree>
  )
}

const everyKey = (nodes: readonly CodebookNode[]): NodeKey[] =>
  nodes.flatMap(({ key, children }) => [key, ...everyKey(children)])

function NodeRow({ node, older }: { node: CodebookNode; older: ReadonlyMap<number, number> }) {
  return (
    <TreeRow
      id={node.key}
      textValue={node.code?.name ?? familyTitle(node.family)}
      className={node.code === null ? 'codebook-family' : 'codebook-row'}
      items={node.children}
      renderItem={(child) => <NodeRow key={child.key} node={child} older={older} />}
    >
      <CodeFace node={node} older={node.code === null ? 0 : (older.get(node.code.id) ?? 0)} />
    </TreeRow>
  )
}

/** Dragging with the pointer, and from a row's own handle with the keyboard. */
function useCodeDragging(keys: ReadonlyMap<Key, NodeKey>, { canDrop, drop }: TreeActions) {
  const dragged = useRef<NodeKey | null>(null)
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (chosen) => {
      const [key] = chosen
      dragged.current = key === undefined ? null : (keys.get(key) ?? null)
      return [...chosen].map((item) => ({ 'application/x-waymark-codebook': String(item) }))
    },
    acceptedDragTypes: ['application/x-waymark-codebook'],
    getDropOperation: (target) => {
      if (target.type !== 'item' || dragged.current === null) return 'cancel'
      const key = keys.get(target.key)
      const fits = key !== undefined && canDrop(dragged.current, { key, position: target.dropPosition })
      return fits ? 'move' : 'cancel'
    },
    onMove: ({ target }) => {
      const key = keys.get(target.key)
      if (key !== undefined && dragged.current !== null) {
        drop(dragged.current, { key, position: target.dropPosition })
      }
    },
    onDragEnd: () => {
      dragged.current = null
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="codebook-drop" />,
  })
  return dragAndDropHooks
}
