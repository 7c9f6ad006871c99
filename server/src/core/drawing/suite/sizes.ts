/** The measures of a suite's drawing, in pixels at a zoom of 1, besides those that all drawings share. */

export const itemHeight = 86;

/** Between cards of a row, and between what runs along them. */
export const columnGap = 32;
/** From a card to a line beside it, and between lines. */
export const lineGap = 16;
export const trackGap = 10;
/** From a card to the line of an item that needs itself. */
export const loopGap = 9;
/** From a row to the first line that runs across below it; what is around a phase ends before that. */
export const rowClearance = 30;

/** At the left of a band: its name, its window, its count. */
export const headerWidth = 176;
export const bandPadding = 18;
