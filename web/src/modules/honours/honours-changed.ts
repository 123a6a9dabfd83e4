/** What is read anew after an honour was conferred or taken back. */
export const honoursChanged = ['listHonours'] as const
