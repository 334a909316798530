/** The company's numbers. Each is a setting; these are the defaults. */
export const defaultRules = {
  /** Days an owner may leave a customer without a valid follow-up. */
  protectionDays: 15,
  /** Customers a person may claim from the public pool in a day, and hold in all; days until the last owner may claim one back. */
  claimsADay: 5,
  customersHeld: 300,
  reclaimDays: 30,
  /** Least content of a valid follow-up: Chinese characters, or words. */
  followUpCharacters: 8,
  followUpWords: 8,
  /** Hours after which an approver is reminded (working hours) and the next level is told. */
  approvalReminderHours: 4,
  approvalEscalationHours: 24,
  /** Working days a contract may take from the signing of the paper to the hand-in. */
  contractHandInDays: 5,
  /** How far a closing may lie from the median, in median absolute deviations of the last periods. */
  outlierDeviations: 4,
  outlierPeriods: 8,
  /** Weeks whose net shipment stands in for the contracted volume of a customer without a contract. */
  shipmentWeeks: 8,
  /** Days of stock: outside of these the customer is pointed out; the target of a suggested order. */
  stockDaysMin: 7,
  stockDaysMax: 45,
  stockDaysTarget: 21,
  /** Local hours: when a person who owes reports is nudged, when daily and weekly digests go out. */
  reportNudgeHour: 9,
  dailyDigestHour: 8,
  weeklyDigestHour: 9,
  /** Working days after which the superior hears of an overdue follow-up. */
  followUpEscalationDays: 2,
  quietFrom: 20,
  quietUntil: 8,
  /** Hours a draft waits to be confirmed; minutes in which a record can be taken back. */
  draftHours: 24,
  undoMinutes: 10,
  contractPrefix: 'HT',
  customerPrefix: 'KH',
}

export type Rules = typeof defaultRules
