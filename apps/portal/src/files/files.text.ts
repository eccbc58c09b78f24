import type { SameKeys } from '#web';

/** Files that one adds, whatever they are for. */
export const en = {
  yours: 'Your files',
  none: 'You have not added a file yet.',
  number: 'File {{n}}',
  pdf_one: 'PDF, {{count}} page, {{size}} kB.',
  pdf_other: 'PDF, {{count}} pages, {{size}} kB.',
  picture: 'Picture, {{size}} kB.',
  notScanned: 'Not scanned for viruses.',
  open: 'Open',
  add: 'Add a file',
  hint: 'PDF, JPEG or PNG, up to 10 MB. What it shows must be readable. Location and camera details are removed from pictures.',
  sending: 'Sending your file',
  checking: 'When it has arrived, it is checked. This takes a few seconds.',
  button: 'Add this file',
  full: 'You have added {{max}} files, which is the most that can be sent at once.',
  change: 'Change',
  send: 'Send it to the consulate',
  sendLead:
    'Add at least one file first. After sending, you cannot change it until two officers have decided.',
  sendButton: 'Send',
  refused: {
    empty: 'Choose a file that is not empty',
    too_large: 'The file must be 10 MB or smaller. Nothing was kept',
    too_many: 'No more files can be added. Nothing was kept',
    unknown_type: 'The file must be a PDF, JPEG or PNG. Nothing was kept',
    unreadable: 'The file cannot be read. Try to save or photograph it again. Nothing was kept',
    too_many_pixels:
      'The picture is too large: use one of 50 megapixels or fewer. Nothing was kept',
    pdf_encrypted: 'The PDF is protected by a password. Save it without one. Nothing was kept',
    pdf_active: 'The PDF contains programs or forms. Print it to a new PDF. Nothing was kept',
    pdf_attachments: 'The PDF has other files inside. Print it to a new PDF. Nothing was kept',
    pdf_too_many_pages: 'The PDF must have 30 pages or fewer. Nothing was kept',
    pdf_not_alone: 'The PDF has other data attached. Print it to a new PDF. Nothing was kept',
    took_too_long: 'The file could not be checked. Try a smaller or simpler one. Nothing was kept',
    infected: 'A virus was found in the file. Nothing was kept',
    not_scannable:
      'Files cannot be scanned for viruses at the moment. Try again later. Nothing was kept',
    busy: 'Many files are being sent at the moment. Try again in a minute. Nothing was kept',
    no_file: 'Add at least one file before you send',
    no_draft: 'What you sent is with the consulate already. Nothing was kept',
    too_late: 'The time to reply is over. Nothing was kept',
    wrong_state: 'Files can no longer be added. Nothing was kept',
    link_over: 'The link to the file has expired. Open it again from this page',
  },
} as const;

export const fr: SameKeys<typeof en> = {
  yours: 'Vos fichiers',
  none: 'Vous n’avez pas encore ajouté de fichier.',
  number: 'Fichier {{n}}',
  pdf_one: 'PDF, {{count}} page, {{size}} ko.',
  pdf_other: 'PDF, {{count}} pages, {{size}} ko.',
  picture: 'Image, {{size}} ko.',
  notScanned: 'Sans recherche de virus.',
  open: 'Ouvrir',
  add: 'Ajouter un fichier',
  hint: 'PDF, JPEG ou PNG, 10 Mo au plus. Le contenu doit être lisible. Le lieu et l’appareil sont effacés des photos.',
  sending: 'Envoi de votre fichier',
  checking: 'Une fois arrivé, il est vérifié. Cela prend quelques secondes.',
  button: 'Ajouter ce fichier',
  full: 'Vous avez ajouté {{max}} fichiers, le maximum pour un envoi.',
  change: 'Modifier',
  send: 'Envoyer au consulat',
  sendLead:
    'Ajoutez d’abord au moins un fichier. Après l’envoi, vous ne pouvez plus rien modifier avant la décision de deux agents.',
  sendButton: 'Envoyer',
  refused: {
    empty: 'Choisissez un fichier qui n’est pas vide',
    too_large: 'Le fichier doit faire 10 Mo au plus. Rien n’a été conservé',
    too_many: 'Aucun autre fichier ne peut être ajouté. Rien n’a été conservé',
    unknown_type: 'Le fichier doit être un PDF, un JPEG ou un PNG. Rien n’a été conservé',
    unreadable:
      'Le fichier est illisible. Enregistrez-le ou photographiez-le de nouveau. Rien n’a été conservé',
    too_many_pixels: 'L’image est trop grande : 50 mégapixels au plus. Rien n’a été conservé',
    pdf_encrypted:
      'Le PDF est protégé par un mot de passe. Enregistrez-le sans protection. Rien n’a été conservé',
    pdf_active:
      'Le PDF contient des programmes ou des formulaires. Imprimez-le dans un nouveau PDF. Rien n’a été conservé',
    pdf_attachments:
      'Le PDF contient d’autres fichiers. Imprimez-le dans un nouveau PDF. Rien n’a été conservé',
    pdf_too_many_pages: 'Le PDF doit avoir 30 pages au plus. Rien n’a été conservé',
    pdf_not_alone:
      'D’autres données sont jointes au PDF. Imprimez-le dans un nouveau PDF. Rien n’a été conservé',
    took_too_long:
      'Le fichier n’a pas pu être vérifié. Essayez-en un plus petit ou plus simple. Rien n’a été conservé',
    infected: 'Un virus a été trouvé dans le fichier. Rien n’a été conservé',
    not_scannable:
      'La recherche de virus est impossible pour le moment. Réessayez plus tard. Rien n’a été conservé',
    busy: 'Beaucoup de fichiers arrivent en ce moment. Réessayez dans une minute. Rien n’a été conservé',
    no_file: 'Ajoutez au moins un fichier avant l’envoi',
    no_draft: 'Votre envoi est déjà au consulat. Rien n’a été conservé',
    too_late: 'Le délai de réponse est terminé. Rien n’a été conservé',
    wrong_state: 'Plus aucun fichier ne peut être ajouté. Rien n’a été conservé',
    link_over: 'Le lien vers le fichier a expiré. Ouvrez-le de nouveau depuis cette page',
  },
};
