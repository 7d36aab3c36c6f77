/** The codebook as a tree to walk, fold, choose from and reorder. */
import { useMemo, useRef } from 'react'
import { DropIndicator, useDragAndDrop, type Key } from 'react-aria-components'
import { Tree, TreeRow } from '../ui/Tree.tsx'
import { CodeFace } from './CodeFace.tsx'
import type { DropPlace } from './moves.ts'
import type { CodebookNode, NodeKey } from './tree.ts'
import { familyTitle } from './words.ts'

export interface TreeActions {
  /** One row; or several, with Shift or Ctrl. */
  select: (keys: readonly NodeKey[]) => void
  /** Enter or a double click. */
  open: (key: NodeKey) => void
  canDrop: (dragged: readonly NodeKey[], place: DropPlace) => boolean
  drop: (dragged: readonly NodeKey[], place: DropPlace) => void
}

interface CodeTreeProps {
  nodes: readonly CodebookNode[]
  selected: ReadonlySet<NodeKey>
  expanded: ReadonlySet<NodeKey>
  onExpanded: (expanded: ReadonlySet<NodeKey>) => void
  /** Codings made under an older definition, by code. */
  older: ReadonlyMap<number, number>
  actions: TreeActions
}

export function CodeTree({ nodes, selected, expanded, onExpanded, older, actions }: CodeTreeProps) {
  const keys = useMemo(() => new Map<Key, NodeKey>(everyKey(nodes).map((key) => [key, key])), [nodes])
  const dragAndDropHooks = useCodeDragging(keys, actions)
  const known = (some: Iterable<Key>): NodeKey[] => [...some].flatMap((key) => keys.get(key) ?? [])
  return (
    <Tree
      label="Codebook"
      className="codebook-tree"
      items={nodes}
      dependencies={[older]}
      dragAndDropHooks={dragAndDropHooks}
      expandedKeys={expanded}
      onExpandedChange={(open) => onExpanded(new Set(known(open)))}
      selectionMode="multiple"
      selectionBehavior="replace"
      disallowEmptySelection
      selectedKeys={selected}
      onSelectionChange={(chosen) => {
        if (chosen !== 'all') actions.select(known(chosen))
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

/** Dragging with the pointer, and from a row's own handle with the keyboard; of several chosen rows all go along. */
function useCodeDragging(keys: ReadonlyMap<Key, NodeKey>, { canDrop, drop }: TreeActions) {
  const dragged = useRef<readonly NodeKey[]>([])
  const { dragAndDropHooks } = useDragAndDrop({
    getItems: (chosen) => {
      dragged.current = [...chosen].flatMap((key) => keys.get(key) ?? [])
      return [...chosen].map((item) => ({ 'application/x-waymark-codebook': String(item) }))
    },
    acceptedDragTypes: ['application/x-waymark-codebook'],
    getDropOperation: (target) => {
      const key = target.type === 'item' ? keys.get(target.key) : undefined
      if (target.type !== 'item' || key === undefined || dragged.current.length === 0) return 'cancel'
      return canDrop(dragged.current, { key, position: target.dropPosition }) ? 'move' : 'cancel'
    },
    onMove: ({ target }) => {
      const key = keys.get(target.key)
      if (key !== undefined) drop(dragged.current, { key, position: target.dropPosition })
    },
    onDragEnd: () => {
      dragged.current = []
    },
    renderDropIndicator: (target) => <DropIndicator target={target} className="codebook-drop" />,
  })
  return dragAndDropHooks
}
