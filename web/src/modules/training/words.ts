import type { TrainingFunder, TrainingKind } from '#contract/training.ts'
import { t } from './texts.ts'

/** A kind of training as people call it. */
export const kindName = (kind: TrainingKind): string => t(kind)

/** Who pays. */
export const funderName = (funder: TrainingFunder): string => t(funder)
