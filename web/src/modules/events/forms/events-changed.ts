/** What has to be read anew after something was done to an event. */
export const eventsChanged = ['listEvents', 'getEvent', 'listInboxTasks'] as const
