/** How long anybody between may keep a public page: short, so that what is withdrawn is gone soon. */
export const cacheSeconds = 60
