export const contact = {
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
