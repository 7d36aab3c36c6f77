import fc from 'fast-check'
import { renderToStaticMarkup } from 'react-dom/server'
import { describe, expect, it } from 'vitest'
import { plainText } from './blocks.ts'
import { Markdown } from './Markdown.tsx'

const shown = (text: string) =>
  renderToStaticMarkup(<Markdown text={text} />).replace(/^<div[^>]*>|<\/div>$/g, '')

describe('a memo as it reads', () => {
  it('draws headings, emphasis, lists and quotes', () => {
    expect(shown('## Why *wait*\n\n- one\n- **two**')).toBe(
      '<h3 data-depth="2">Why <em>wait</em></h3><ul><li>one</li><li><strong>two</strong></li></ul>',
    )
    expect(shown('> as she said\n\n3. third')).toBe(
      '<blockquote><p>as she said</p></blockquote><ol start="3"><li>third</li></ol>',
    )
  })

  it('keeps line breaks, tasks and tables', () => {
    expect(shown('one\ntwo')).toBe('<p>one<br/>two</p>')
    expect(shown('- [x] rang')).toContain('☑ </span>rang')
    expect(shown('|a|b|\n|-|-|\n|1|2|')).toContain('<td>2</td>')
  })

  it('leads to places inside Waymark and nowhere else', () => {
    expect(shown('[P07](#/code/7?at=12)')).toContain('<a href="#/code/7?at=12">P07</a>')
    for (const text of ['[x](https://example.org)', '[x](javascript:alert(1))', '![x](http://y/z.png)']) {
      expect(shown(text)).not.toMatch(/<a|<img/)
    }
  })

  it('shows HTML as it was typed', () => {
    expect(shown('<img src=x onerror=alert(1)> & <b>so</b>')).not.toMatch(/<img|<b>/)
    expect(shown('<script>x</script>')).toContain('&lt;script&gt;')
  })

  it('never makes an element of its own from anything typed', () => {
    const parts = fc.constantFrom(
      '<',
      '>',
      '"',
      '[',
      '](',
      ')',
      '`',
      '*',
      '#',
      '\n',
      '<script>',
      'on',
      ':',
      '!',
    )
    fc.assert(
      fc.property(fc.array(parts, { maxLength: 40 }), (pieces) => {
        expect(shown(pieces.join(''))).not.toMatch(/<(script|img|iframe|style)|href="(?!#\/)/)
      }),
    )
  })
})

it('the words of a memo in one line, without the signs', () => {
  expect(plainText('# Chasing\n\nRang *eleven* times, `CMP1.2`\n\n- [ ] ask [P07](#/code/7)\n\n> “no”')).toBe(
    'Chasing Rang eleven times, CMP1.2 ask P07 “no”',
  )
})
