export { refusals } from './entry/refusals.ts'
export { sealProfile } from './entry/profile-seals.ts'
export { writeSheet } from './choices/rules/sheet.ts'
export { sealAnswer } from './desk/seals.ts'
