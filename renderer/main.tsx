/** Starts the page. */
import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import './ui/fonts.ts'
import './ui/tokens.css'
import './ui/tones.css'
import './ui/base.css'
import { App } from './app/App.tsx'
import { followReadingSize } from './app/reading-size.ts'
import { followTheme } from './app/theme.ts'
import { keepWaiting } from './at-rest.ts'
import { openLink } from './link.ts'
import { allowOnlyEmptyHtml } from './ui/trusted-types.ts'

allowOnlyEmptyHtml()
followTheme()
followReadingSize()
addEventListener('pagehide', () => void keepWaiting())

const opening = openLink()
const root = document.querySelector('#root')
if (root === null) throw new Error('The page has no #root to draw in.')
createRoot(root).render(
  <StrictMode>
    <App opening={opening} />
  </StrictMode>,
)
