/** Hands one MessagePort to the page when it asks, and nothing else. Built to one CommonJS file. */
import { ipcRenderer } from 'electron'

ipcRenderer.on('waymark-port', (event) => {
  const [port] = event.ports
  if (port) window.postMessage('waymark-port', '*', [port])
})

window.addEventListener('message', (event) => {
  if (event.source === window && event.data === 'waymark-ready') ipcRenderer.send('waymark-ready')
})
