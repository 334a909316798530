import type { Hono } from 'hono'
import type { Human } from '../state/directory.ts'
import type { World } from '../world.ts'
import { bodyOf, type HostEnv } from './host.ts'
import { Refusal } from './refusal.ts'

const found = (result: object) => ({ errcode: 0, errmsg: 'ok', result, request_id: crypto.randomUUID() })
const notFound = () => new Refusal(60121, '找不到该用户')

/** What the app may see of a person; a field it has no permission for is not there. */
function details(world: World, human: Human) {
  const { mayRead } = world.settings
  return {
    userid: human.staffId,
    unionid: human.unionId,
    name: human.name,
    active: human.active,
    admin: human.admin,
    boss: false,
    dept_id_list: [1],
    ...(mayRead.mobile && human.mobile ? { mobile: human.mobile, state_code: '86' } : {}),
    ...(mayRead.email && human.email ? { email: human.email, org_email: human.email } : {}),
  }
}

/** Looking people up; free of charge. */
export function directoryRoutes(oapi: Hono<HostEnv>, world: World) {
  oapi.post('/topapi/v2/user/get', (c) => {
    const { userid } = bodyOf(c)
    if (!userid) throw new Refusal(40035, '缺少参数 userid')
    const human = world.directory.byStaffId(String(userid))
    if (!human) throw notFound()
    return c.json(found(details(world, human)))
  })
  oapi.post('/topapi/v2/user/getbymobile', (c) => {
    const mobile = String(bodyOf(c).mobile ?? '')
    if (!/^(\+?\d{1,4}-)?\d{6,14}$/.test(mobile)) throw new Refusal(40104, '不合法的手机号')
    const human = world.directory.byMobile(mobile)
    if (!human) throw notFound()
    return c.json(found({ userid: human.staffId }))
  })
}
