export { isOurs, type Anchor } from './anchors/anchor.ts'
export { latestAnchors, readAnchorFile, type FoundAnchors } from './anchors/folder.ts'
export { makeAnchor } from './anchors/make.ts'
export { verifyChains } from './verification/verify.ts'
