/**
 * The measures of a drawing, in pixels at a zoom of 1. No size of a box depends on words, and words beside a box have a room of a
 * fixed width: so an edit of words moves nothing.
 */
import type { Font } from './text.ts';

export const cardWidth = 236;
export const cardHeight = 64;
/** What a card is higher by that says its condition. */
export const conditionHeight = 15;
/** From the spine to a card's side. */
export const half = cardWidth / 2;
export const cardPadding = 13;

export const checkpointHalf = 132;
export const checkpointHeight = 30;

export const diamondHalf = half;
export const diamondHeight = 80;

export const ringRadius = 9;

/** Between two items of a list: room for an arrow, for the entry of a jump and for the words of a loop. */
export const gap = 30;

/** Rows of words beside a box: each as high as this. */
export const rowHeight = 17;
/** From a box to the words beside it. */
export const sideGap = 12;
/** `post-mortem` and its icon. */
export const documentRoom = 92;
export const byRoom = 168;
export const handoffRoom = 264;
/** The dotted line from a box to the name of a handoff. */
export const handoffLine = 26;
/** What starts a chain and what comes of it. */
export const wordsRoom = 330;
/** What is said beside a box in a lane or a column, in two lines: there it decides how far apart all stand. */
export const narrowHandoffRoom = 172;
/** Words beside a box are at most so wide where nothing stands at their right. */
export const widestRow = 380;
/** From words beside a box to what stands at their right. */
export const rowMargin = 8;
/** Between two lines of words beside a box. */
export const rowLine = 14;
/** Where a document stands below its card instead of beside it: from the spine, which goes on there. */
export const documentInset = 10;

/** The words on the exits of a decision. */
export const exitRoom = 236;
/** The same where the exit has a column to itself. */
export const narrowExitRoom = 148;
/** The words on a loop, at the left of its line: a bound alone, `refused` or `otherwise` with theirs, a condition in two lines. */
export const boundRoom = 64;
export const refusedRoom = 100;
export const otherwiseRoom = 112;
export const conditionRoom = 204;
/** With one line of words; a second one takes `chipLine` more. */
export const chipHeight = 18;
export const chipLine = 13;
/** Between a line and the words at its left. */
export const chipGap = 4;
export const chipPadding = 6;
/** From the end of a diamond to the first item below it: the exits' words stand there. */
export const exitDrop = 46;
/** From the end of a diamond to the middle of its exits' words. */
export const exitWords = 17;

/** Between columns of a decision, and between lanes. */
export const columnGap = 28;
export const laneGap = 16;
/** Between edges that run in the gap of two lanes. */
export const laneTrack = 8;
export const lanePadding = 12;
export const groupPadding = 12;
export const groupTitle = 24;
export const laneTitle = 21;
/** From where the way past a parallel leaves it down to the middle of its words. */
export const bypassWords = 30;
/** From the lanes down to the bar at which they join. */
export const joinDrop = 14;
export const joinBar = 4;
/** How far that bar stands out over the spines of its first and last lane. */
export const joinOverhang = 26;

export const phasePadding = 16;
export const phaseTitle = 34;
/** From the top of a phase to its first item: below its title there is room for a jump to come in. */
export const phaseTop = 54;
/** From the spine to the side of a phase, at least: so that phases are of one width where nothing is wider. */
export const phaseHalf = 268;

/** Between a track and what it runs along, and between tracks. */
export const trackGap = 14;
/** Between the rows in which jumps leave a block. */
export const channelGap = 12;
/** From the columns of a decision down to the row in which they rejoin. */
export const rejoinDrop = 16;

/** What stands at the side of a node that leads to `stop`: a line, a ring, words. */
export const stopLine = 14;
export const stopRadius = 7;
export const stopRoom = 92;

export const cornerRadius = 7;

export const smallFont: Font = { size: 11, bold: false };
export const wordsFont: Font = { size: 12, bold: true };
export const titleFont: Font = { size: 11, bold: true };
export const pillFont: Font = { size: 10.5, bold: false };
