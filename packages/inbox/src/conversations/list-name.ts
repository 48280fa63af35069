/** The lists a row can stand in. */
export type ListName = 'waiting' | 'mine' | 'questions' | 'later' | 'team' | 'closed' | 'found'
