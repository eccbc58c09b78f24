import type { SameKeys } from '#web';

/** How a consulate is reached, and the file for calendars. */
export const en = {
  title: 'Contact the consulate',
  lead: 'Give the case number {{reference}} when you write or call.',
  address: 'Address',
  hours: 'Opening hours',
  telephone: 'Phone',
  email: 'Email',
  local: 'Times are local to {{city}}. The consulate is closed on public holidays.',
  invented: 'These contact details are not real. They are for this demonstration only.',
  calendar: 'Add these dates to your calendar',
} as const;

export const fr: SameKeys<typeof en> = {
  title: 'Contacter le consulat',
  lead: 'Indiquez le numéro de dossier {{reference}} quand vous écrivez ou appelez.',
  address: 'Adresse',
  hours: 'Horaires d’ouverture',
  telephone: 'Téléphone',
  email: 'Courriel',
  local: 'Heure locale de {{city}}. Le consulat est fermé les jours fériés.',
  invented: 'Ces coordonnées sont fictives, pour cette démonstration.',
  calendar: 'Ajouter ces dates à votre agenda',
};
