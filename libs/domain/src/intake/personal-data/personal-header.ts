const WORDS =
  /\b(?:dob|d o b|date of birth|birth ?date|birthday|fore ?names?|first ?names?|given names?|sur ?names?|last ?names?|family names?|upn|uln|unique (?:pupil|learner) (?:number|no)|nhs (?:number|no)|post ?codes?|home address|(?:pupil|child|student|parent|young person)(?: s)? (?:name|id|ref|number|initials)|name of (?:pupil|child|student|young person))\b/;

/** Whether a column is headed as one about a person. */
export const isPersonalHeader = (header: string): boolean => {
  const plain = header
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, ' ')
    .trim();
  return plain === 'address' || plain === 'initials' || WORDS.test(plain);
};
