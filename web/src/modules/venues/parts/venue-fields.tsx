import { Input, InputNumber, Select } from 'antd'
import { datums, type VenueInput } from '#contract/venues.ts'
import { FormField } from '../../../kit/form/form-field.tsx'
import { FormGroup } from '../../../kit/form/form-shell.tsx'
import { OrganisationSelect } from '../../organisations/parts/organisation-select.tsx'
import { t, weekday } from '../texts.ts'

/** What the form of a venue holds: a position in three fields. */
export interface VenueValues extends Omit<VenueInput, 'position'> {
  longitude?: number | null
  latitude?: number | null
  datum?: (typeof datums)[number] | null
}

/** What stands in the form of a new venue. */
export const newVenue: Partial<VenueValues> = {
  openWeekdays: [1, 2, 3, 4, 5],
  opensAt: '09:00',
  closesAt: '21:00',
  longestMinutes: 240,
  daysAhead: 30,
}

/** The fields as the operation takes them. */
export function venueOf(values: VenueValues): VenueInput {
  const { longitude, latitude, datum, ...rest } = values
  return {
    ...rest,
    areaSquareMetres: rest.areaSquareMetres ?? null,
    seats: rest.seats ?? null,
    sharedWithId: rest.sharedWithId ?? null,
    position: longitude && latitude && datum ? { longitude, latitude, datum } : null,
  }
}

const clock = () => [{ pattern: /^([01][0-9]|2[0-3]):[0-5][0-9]$/, message: t('clockFormat') }]
const days = [1, 2, 3, 4, 5, 6, 7] as const

/** What is said of a venue and how it may be booked. */
export function VenueFields() {
  return (
    <>
      <FormGroup title={t('facts')}>
        <FormField name="name" label={t('name')} need="required">
          <Input maxLength={80} />
        </FormField>
        <FormField name="address" label={t('address')} need="required">
          <Input maxLength={200} />
        </FormField>
        <FormField name="areaSquareMetres" label={t('area')} need="optional">
          <InputNumber min={1} max={100_000} precision={0} />
        </FormField>
        <FormField name="seats" label={t('seats')} need="optional">
          <InputNumber min={1} max={100_000} precision={0} />
        </FormField>
      </FormGroup>
      <FormGroup title={t('position')} hint={t('positionHint')}>
        <FormField name="longitude" label={t('longitude')} need="optional">
          <InputNumber min={70} max={140} precision={6} />
        </FormField>
        <FormField name="latitude" label={t('latitude')} need="optional">
          <InputNumber min={0} max={60} precision={6} />
        </FormField>
        <FormField name="datum" label={t('datum')} need="optional" rules={[together]}>
          <Select allowClear options={datums.map((datum) => ({ value: datum, label: datum }))} />
        </FormField>
      </FormGroup>
      <FormGroup title={t('sharing')}>
        <FormField name="sharedWithId" label={t('sharedWith')} need="optional" hint={t('sharedWithHint')}>
          <OrganisationSelect label={t('sharedWith')} />
        </FormField>
        <FormField name="openWeekdays" label={t('weekdays')} need="required">
          <Select mode="multiple" options={days.map((day) => ({ value: day, label: weekday(`d${day}`) }))} />
        </FormField>
        <FormField name="opensAt" label={t('opensAt')} need="required" rules={clock()}>
          <Input maxLength={5} />
        </FormField>
        <FormField name="closesAt" label={t('closesAt')} need="required" rules={clock()}>
          <Input maxLength={5} />
        </FormField>
        <FormField name="longestMinutes" label={t('longest')} need="required">
          <InputNumber min={30} max={720} step={30} precision={0} />
        </FormField>
        <FormField name="daysAhead" label={t('daysAhead')} need="required">
          <InputNumber min={1} max={180} precision={0} />
        </FormField>
      </FormGroup>
    </>
  )
}

// A position is three things or nothing.
const together = ({ getFieldValue }: { getFieldValue: (name: string) => unknown }) => ({
  validator: () => {
    const given = ['longitude', 'latitude', 'datum'].filter((name) => getFieldValue(name) != null).length
    return given === 0 || given === 3 ? Promise.resolve() : Promise.reject(new Error(t('allOrNone')))
  },
})
