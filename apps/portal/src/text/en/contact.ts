/** How a consulate is reached, and the file for calendars. */
export const contact = {
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
