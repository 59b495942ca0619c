/** Codes of the rules and of kinds by the fields that take them; without them little of what is sent would mean anything. */
export const CODES = {
  reasonCode: ['beyondPowers'],
  disposition: ['socialOpinion'],
  category: ['社会'],
  kindCode: ['sector'],
  hat: ['unitHandler', 'committee', 'sponsor'],
  phrase: ['春风又绿江南岸！'],
};
