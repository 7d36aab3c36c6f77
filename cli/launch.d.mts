/** Whether a Node of this version (`22.18.0`) can run Waymark by itself. */
export function canRun(version: string): boolean
/** Runs the `main` of a source file beside this one, or of its bundle, with the arguments of this process. */
export function launch(source: string, built: string): Promise<void>
