/** `npm start`: builds what is out of date and opens the sample study. */
import { launch } from './launch.mjs'

await launch('start.ts', 'start.js')
