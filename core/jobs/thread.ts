/** Entry of a worker thread. Bundled beside the program that starts it. */
import { serve } from './serve.ts'
import { tasks } from './tasks.ts'

serve(tasks)
