/** How long, in milliseconds, a test waits for what must come: long, since other work on the machine is no defect of ours. */
export const patience = 15_000
