import { Icon, type IconName } from '../../../ui/icon.tsx'
import { stateName } from '../words.ts'

type State = Parameters<typeof stateName>[0]

const icons: Record<State, IconName> = {
  none: 'info',
  slip: 'clock',
  invited: 'clock',
  active: 'check',
  closed: 'close',
}

/** How an account stands: icon and words. */
export function StateTag({ state }: { state: State }) {
  return (
    <span className={`account-state account-state-${state}`}>
      <Icon name={icons[state]} size={16} />
      {stateName(state)}
    </span>
  )
}
