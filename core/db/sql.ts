/** A tagged template for SQL: values become parameters, fragments nest, identifiers are checked. */

export type Value = string | number | bigint | null | Uint8Array

/** A piece of SQL with its parameters. Made only by `sql`, `list`, `join` and `name`. */
export interface Sql {
  readonly text: string
  readonly values: readonly Value[]
}

const isSql = (value: unknown): value is Sql =>
  typeof value === 'object' && value !== null && 'text' in value && 'values' in value

export function sql(strings: TemplateStringsArray, ...parts: (Value | Sql)[]): Sql {
  let text = strings[0] ?? ''
  const values: Value[] = []
  parts.forEach((part, index) => {
    if (isSql(part)) {
      text += part.text
      values.push(...part.values)
    } else {
      text += '?'
      values.push(part)
    }
    text += strings[index + 1] ?? ''
  })
  return { text, values }
}

export const empty: Sql = { text: '', values: [] }

/** Fragments with a separator: conditions with ` AND `, columns with `, `. */
export function join(parts: readonly Sql[], separator: string): Sql {
  return {
    text: parts.map((part) => part.text).join(separator),
    values: parts.flatMap((part) => part.values),
  }
}

/** A list of values for IN, as one JSON parameter, so that the statement's text stays the same. */
export function inList(values: readonly (string | number)[]): Sql {
  return { text: '(SELECT value FROM json_each(?))', values: [JSON.stringify(values)] }
}

/** An identifier from our own code; anything but a plain name is refused. */
export function name(identifier: string): Sql {
  if (!/^[a-z_][a-z0-9_]*$/.test(identifier)) throw new TypeError('not a plain SQL name')
  return { text: `"${identifier}"`, values: [] }
}
