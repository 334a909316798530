import type { Json } from '../wire.ts'
import type { World } from '../world.ts'

/** One method of the Web API. */
export interface Method {
  /** Any one of these scopes will do. */
  scopes?: string[] | ((args: Json, world: World) => string[])
  token?: 'app'
  /** Takes no JSON body: its arguments are then not seen. */
  formOnly?: true
  required?: string[]
  run(args: Json, world: World): Json
}
