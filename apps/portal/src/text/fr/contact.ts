export const contact = {
  title: 'Joindre le consulat',
  lead: 'Indiquez le numéro de dossier {{reference}} quand vous écrivez ou appelez.',
  address: 'Adresse',
  hours: 'Ouverture',
  telephone: 'Téléphone',
  email: 'Courriel',
  local: 'Heures de {{city}}. Fermé les jours fériés.',
  invented: 'Ces coordonnées sont inventées pour la démonstration.',
  calendar: 'Ajouter ces dates à votre agenda',
};
