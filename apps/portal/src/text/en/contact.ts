/** How a consulate is reached, and the file for calendars. */
export const contact = {
  title: 'Contact the consulate',
  lead: 'Give the case number {{reference}} when you write or call.',
  address: 'Address',
  hours: 'Open',
  telephone: 'Telephone',
  email: 'Email',
  local: 'Times are those of {{city}}. It is closed on public holidays.',
  invented: 'These details are invented for the demonstration.',
  calendar: 'Add these dates to your calendar',
} as const;
