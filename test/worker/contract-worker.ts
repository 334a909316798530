import { bundledMigrations } from '../../src/db/bundled-migrations.ts'
import { clientInObject } from '../../src/db/client-in-object.ts'
import { durableObjectConnection, type ObjectStorage } from '../../src/db/durable-object-connection.ts'
import { migrate } from '../../src/db/migrate.ts'
import { databaseContract } from '../db/contract.ts'

interface Bindings {
  PROMISE: { newUniqueId(): unknown; get(id: unknown): { fetch(request: Request): Promise<Response> } }
}

/** An empty company's database in an object of its own, on which one promise is put to the test. */
export class PromiseObject {
  private readonly storage: ObjectStorage

  constructor({ storage }: { storage: ObjectStorage }) {
    this.storage = storage
  }

  async fetch(request: Request): Promise<Response> {
    const that = new URL(request.url).searchParams.get('that')
    const promise = databaseContract.find((one) => one.that === that)
    if (!promise) return new Response('no such promise', { status: 404 })
    const connection = durableObjectConnection(this.storage)
    await migrate(connection, bundledMigrations, new Date())
    try {
      return Response.json(await promise.run(clientInObject(connection)))
    } catch (error) {
      return new Response((error as Error).stack, { status: 500 })
    }
  }
}

export default {
  fetch: (request: Request, { PROMISE }: Bindings) => PROMISE.get(PROMISE.newUniqueId()).fetch(request),
}
