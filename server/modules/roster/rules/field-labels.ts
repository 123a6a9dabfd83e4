/** Every column the importer knows, by identifier, as it is called on screens and in reasons: browser and server call them alike. */
export { importFields as FIELD_LABELS } from '#contract/import-fields.ts'
