export { isOurs, type Anchor } from './anchors/anchor.ts'
export { latestAnchors, readAnchorFile, type FoundAnchors } from './anchors/folder.ts'
export { verifyChains } from './verification/verify.ts'
