/** Task A: 15% of the places, rounded down, and never more than 20. */
export interface School {
  readonly places: number
}

/** Task B: six conditions, of which one of three pairs must hold; the task of `checkValidReasons` with every fact known. */
export interface Student {
  readonly absentDays: number
  readonly totalSchoolDays: number
  readonly absenceJustified: boolean
  readonly seriousDisruption: boolean
  readonly seriousAdaptation: boolean
  readonly admittedThisYear: boolean
}

/** One way to do both tasks; an engine that works asynchronously returns promises. */
export interface Contestant {
  readonly name: string
  readonly extraPlaces: (school: School) => number | Promise<number>
  readonly hasReason: (student: Student) => boolean | Promise<boolean>
}

const INPUTS = 128

/** A walk over 0 to 255 places in which neighbours are far apart. */
export const schools: readonly School[] = Array.from({ length: INPUTS }, (_, index) => ({ places: (index * 89) % 256 }))

/** Every combination of yes and no, with absences below, on and above a third of the school days. */
export const students: readonly Student[] = Array.from({ length: INPUTS }, (_, index) => {
  const totalSchoolDays = 180 + 3 * (index % 5)
  return {
    absentDays: totalSchoolDays / 3 + (index % 3) - 1,
    totalSchoolDays,
    absenceJustified: (index & 1) > 0,
    seriousDisruption: (index & 2) > 0,
    seriousAdaptation: (index & 4) > 0,
    admittedThisYear: (index & 8) > 0,
  }
})
