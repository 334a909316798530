import type { DingtalkSimulator } from './simulator.ts'

export interface Answer {
  status: number
  // biome-ignore lint/suspicious/noExplicitAny: answers have many shapes and tests look into all of them
  body: any
}

async function readAnswer(response: Response): Promise<Answer> {
  const text = await response.text()
  const isJson = response.headers.get('content-type')?.includes('json')
  return { status: response.status, body: isJson ? JSON.parse(text) : text }
}

/** Calls the simulator as a plain program would, with a token of its own. */
export async function createCaller(sim: DingtalkSimulator) {
  const ask = async (url: string, body: unknown, headers: Record<string, string> = {}, method = 'POST') =>
    readAnswer(
      await fetch(url, {
        method,
        headers: { accept: 'application/json', 'content-type': 'application/json', ...headers },
        body: JSON.stringify(body),
      }),
    )
  const fetchToken = async (): Promise<string> => {
    const { clientId: appKey, clientSecret: appSecret } = sim.app
    return (await ask(`${sim.apiUrl}/v1.0/oauth2/accessToken`, { appKey, appSecret })).body.accessToken
  }
  let token = await fetchToken()
  const authorised = () => ({ 'x-acs-dingtalk-access-token': token })
  return {
    ask,
    token: () => token,
    refresh: async () => {
      token = await fetchToken()
      return token
    },
    api: (path: string, body: unknown) => ask(`${sim.apiUrl}${path}`, body, authorised()),
    put: (path: string, body: unknown) => ask(`${sim.apiUrl}${path}`, body, authorised(), 'PUT'),
    oapi: (path: string, body: unknown) => ask(`${sim.oapiUrl}${path}?access_token=${token}`, body),
    upload: async (type: string, name: string, bytes: Uint8Array<ArrayBuffer>) => {
      const form = new FormData()
      form.set('type', type)
      form.set('media', new File([bytes], name))
      const url = `${sim.oapiUrl}/media/upload?access_token=${token}`
      return readAnswer(await fetch(url, { method: 'POST', body: form }))
    },
  }
}
