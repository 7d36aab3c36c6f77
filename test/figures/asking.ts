/** Asking any method of the contract by its name. */
import type { Name } from '../../core/contract/index.ts'
import { ROOMS, type Room } from './rooms.ts'
import type { Sides } from './sides.ts'

export const NAMES = Object.keys(ROOMS) as Name[]

/** Rooms differ in what they may be asked; whoever walks through all of them does not mind. */
export const roomOf = (name: Name) => ROOMS[name] as Room<'analysis.heatmap'>

export const ask = ({ study }: Sides, name: Name, input: unknown): Promise<unknown> =>
  study.core.dispatch({ name, input, as: 'Amina' })
