import type { Bindings } from './company-object.ts'

export { CompanyObject } from './company-object.ts'

interface WorkerBindings extends Bindings {
  COMPANY: {
    idFromName(name: string): unknown
    get(id: unknown): { fetch(request: Request): Promise<Response> }
  }
  /** The names of the companies at `/c/<name>/…`, with commas between them. */
  COMPANIES?: string
}

const theOne = 'company'

/** Routes a request to its company: `/c/<company>/…`, or the one company there is. Nobody else brings one into being. */
export default {
  fetch(request: Request, { COMPANY, COMPANIES = '' }: WorkerBindings): Promise<Response> {
    const url = new URL(request.url)
    const [, name, rest] = /^\/c\/([a-z0-9-]{1,40})(\/.*)?$/.exec(url.pathname) ?? []
    if (name && !COMPANIES.split(',').includes(name))
      return Promise.resolve(new Response('no such company', { status: 404 }))
    if (name) url.pathname = rest ?? '/'
    return COMPANY.get(COMPANY.idFromName(name ?? theOne)).fetch(new Request(url, request))
  },
}
