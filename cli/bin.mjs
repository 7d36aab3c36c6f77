#!/usr/bin/env node
/** The `waymark` command. */
import { launch } from './launch.mjs'

await launch('main.ts', 'cli.js')
