import { type Address, NotSent } from '../../src/chat/contract.ts'
import type { DingtalkApi } from './api.ts'
import type { CardParams } from './card-params.ts'
import type { DingtalkSettings } from './settings.ts'

/** The name under which the address of presses is registered. */
export const callbackRouteKey = 'qudao'

/** Change what is named, leave the rest: without this an update overwrites everything. */
export const byKey = { updateCardDataByKey: true, updatePrivateDataByKey: true }

export interface Cards {
  /** Returns the id the platform knows the card by, its `outTrackId`. */
  post(place: Address, params: CardParams): Promise<string>
  redraw(outTrackId: string, params: CardParams): Promise<void>
}

/** https://open.dingtalk.com/document/development/create-and-deliver-cards */
export function sendingCards(
  api: DingtalkApi,
  { clientId: robotCode, templateId, transport }: DingtalkSettings & { templateId: string },
): Cards {
  const callback =
    transport.mode === 'stream' ? { callbackType: 'STREAM' } : { callbackType: 'HTTP', callbackRouteKey }

  return {
    post: async (place, params) => {
      const outTrackId = crypto.randomUUID()
      const { result } = await api.call('POST', '/v1.0/card/instances/createAndDeliver', {
        cardTemplateId: templateId,
        outTrackId,
        ...callback,
        userIdType: 1,
        cardData: { cardParamMap: params },
        ...spaceOf(place, robotCode),
      })
      checkDelivered(result)
      return outTrackId
    },
    redraw: async (outTrackId, params) => {
      const body = { outTrackId, cardData: { cardParamMap: params }, cardUpdateOptions: byKey }
      await api.call('PUT', '/v1.0/card/instances', body)
    },
  }
}

const spaceOf = ({ kind, conversation }: Address, robotCode: string): object =>
  kind === 'direct'
    ? {
        openSpaceId: `dtv1.card//IM_ROBOT.${conversation}`,
        imRobotOpenSpaceModel: { supportForward: false },
        imRobotOpenDeliverModel: { spaceType: 'IM_ROBOT', robotCode },
      }
    : {
        openSpaceId: `dtv1.card//IM_GROUP.${conversation}`,
        imGroupOpenSpaceModel: { supportForward: false },
        imGroupOpenDeliverModel: { robotCode },
      }

/** An answer of success can hide a failed delivery. */
function checkDelivered(result: unknown): void {
  const { deliverResults = [] } = result as { deliverResults?: { success?: boolean; errorMsg?: string }[] }
  const failed = deliverResults.find(({ success }) => !success)
  if (!failed) return
  const { errorMsg = 'not delivered' } = failed
  throw new NotSent(/illegal|not in|not exist/i.test(errorMsg) ? 'never' : 'again', errorMsg)
}
