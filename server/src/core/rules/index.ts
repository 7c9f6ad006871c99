/** Every rule, in the order in which the documentation lists them. */

import { afterCycle } from './afterCycle.ts';
import { afterOtherRoute } from './afterOtherRoute.ts';
import { ambiguousSkill } from './ambiguousSkill.ts';
import { badDuration } from './badDuration.ts';
import { badId } from './badId.ts';
import { badIndentation } from './badIndentation.ts';
import { badSuppression } from './badSuppression.ts';
import { badTarget } from './badTarget.ts';
import { badVersion } from './badVersion.ts';
import { badWindow } from './badWindow.ts';
import { bandsOverlap } from './bandsOverlap.ts';
import { chainIdNotFileName } from './chainIdNotFileName.ts';
import { changeWithoutBase } from './changeWithoutBase.ts';
import { conflictingKeys } from './conflictingKeys.ts';
import { contractVersion } from './contractVersion.ts';
import { deadlineMissed } from './deadlineMissed.ts';
import { decisionWithoutOtherwise } from './decisionWithoutOtherwise.ts';
import { delegationBroken } from './delegationBroken.ts';
import { deliveryNotTaken } from './deliveryNotTaken.ts';
import { dependencyCycle } from './dependencyCycle.ts';
import { documentNotCalled } from './documentNotCalled.ts';
import { duplicateId } from './duplicateId.ts';
import { duplicateKey } from './duplicateKey.ts';
import { durationSpelling } from './durationSpelling.ts';
import { emptyList } from './emptyList.ts';
import { emptyTemplate } from './emptyTemplate.ts';
import { escalationWithoutResume } from './escalationWithoutResume.ts';
import { exampleWithoutInput } from './exampleWithoutInput.ts';
import { fallsThrough } from './fallsThrough.ts';
import { handoffCircle } from './handoffCircle.ts';
import { handoffEndsDiffer } from './handoffEndsDiffer.ts';
import { handoffWithoutGate } from './handoffWithoutGate.ts';
import { handoffWithoutRollback } from './handoffWithoutRollback.ts';
import { idNeeded } from './idNeeded.ts';
import { illegalJump } from './illegalJump.ts';
import { itemInNoPhase } from './itemInNoPhase.ts';
import { itemInTwoPhases } from './itemInTwoPhases.ts';
import { itemWithoutTeam } from './itemWithoutTeam.ts';
import { joinNeverHappens } from './joinNeverHappens.ts';
import { joinOutOfRange } from './joinOutOfRange.ts';
import { keyOrder } from './keyOrder.ts';
import { keyWithoutEffect } from './keyWithoutEffect.ts';
import { laneMayBeSkipped } from './laneMayBeSkipped.ts';
import { longerThanTimeline } from './longerThanTimeline.ts';
import { loopWithoutBound } from './loopWithoutBound.ts';
import { loopWithoutWayOut } from './loopWithoutWayOut.ts';
import { maybeNotProduced } from './maybeNotProduced.ts';
import { milestoneMissed } from './milestoneMissed.ts';
import { missingKey } from './missingKey.ts';
import { nearDuplicateChain } from './nearDuplicateChain.ts';
import { neededBeforeProduced } from './neededBeforeProduced.ts';
import { needlessSequence } from './needlessSequence.ts';
import { needNotDelivered } from './needNotDelivered.ts';
import { needsLaterPhase } from './needsLaterPhase.ts';
import { noWayToEnd } from './noWayToEnd.ts';
import { overCapacity } from './overCapacity.ts';
import { ownerWithoutTeam } from './ownerWithoutTeam.ts';
import { phaseTooShort } from './phaseTooShort.ts';
import { phaseWithoutExit } from './phaseWithoutExit.ts';
import { planIdNotFileName } from './planIdNotFileName.ts';
import { planNotTried } from './planNotTried.ts';
import { priorityInversion } from './priorityInversion.ts';
import { producedInTwoLanes } from './producedInTwoLanes.ts';
import { producedTwice } from './producedTwice.ts';
import { redundantAfter } from './redundantAfter.ts';
import { redundantAlias } from './redundantAlias.ts';
import { reversedRange } from './reversedRange.ts';
import { riskWithoutMitigation } from './riskWithoutMitigation.ts';
import { routeNeverTaken } from './routeNeverTaken.ts';
import { rowUnlikeColumns } from './rowUnlikeColumns.ts';
import type { Rule } from './rule.ts';
import { samePhaseDependency } from './samePhaseDependency.ts';
import { secondDocument } from './secondDocument.ts';
import { selfRunningChain } from './selfRunningChain.ts';
import { sharesNotWhole } from './sharesNotWhole.ts';
import { similarSkillNames } from './similarSkillNames.ts';
import { skillInTwoLanes } from './skillInTwoLanes.ts';
import { skillNotById } from './skillNotById.ts';
import { stepLongerThanPhase } from './stepLongerThanPhase.ts';
import { successNotMeasurable } from './successNotMeasurable.ts';
import { suiteIdNotFileName } from './suiteIdNotFileName.ts';
import { suppressionWithoutReason } from './suppressionWithoutReason.ts';
import { targetOutOfReach } from './targetOutOfReach.ts';
import { teamWithoutItems } from './teamWithoutItems.ts';
import { timelineWithoutRoom } from './timelineWithoutRoom.ts';
import { titleNotFileName } from './titleNotFileName.ts';
import { tooLarge } from './tooLarge.ts';
import { unboundInput } from './unboundInput.ts';
import { uncheckedCondition } from './uncheckedCondition.ts';
import { undeclaredPlaceholder } from './undeclaredPlaceholder.ts';
import { unknownAlias } from './unknownAlias.ts';
import { unknownArtefact } from './unknownArtefact.ts';
import { unknownChain } from './unknownChain.ts';
import { unknownFile } from './unknownFile.ts';
import { unknownInput } from './unknownInput.ts';
import { unknownItem } from './unknownItem.ts';
import { unknownKey } from './unknownKey.ts';
import { unknownMeasure } from './unknownMeasure.ts';
import { unknownNode } from './unknownNode.ts';
import { unknownRule } from './unknownRule.ts';
import { unknownSkill } from './unknownSkill.ts';
import { unknownTeam } from './unknownTeam.ts';
import { unreachableNode } from './unreachableNode.ts';
import { untakenInput } from './untakenInput.ts';
import { unusedInput } from './unusedInput.ts';
import { unusedMeasure } from './unusedMeasure.ts';
import { unusedProduct } from './unusedProduct.ts';
import { unusedSkill } from './unusedSkill.ts';
import { unusedSuppression } from './unusedSuppression.ts';
import { unusedTeam } from './unusedTeam.ts';
import { vacuousSuccess } from './vacuousSuccess.ts';
import { vetoRoleMissing } from './vetoRoleMissing.ts';
import { waitingCircle } from './waitingCircle.ts';
import { windowOutsideTimeline } from './windowOutsideTimeline.ts';
import { windowsOutOfOrder } from './windowsOutOfOrder.ts';
import { windowsOverlap } from './windowsOverlap.ts';
import { wrongType } from './wrongType.ts';
import { wrongValue } from './wrongValue.ts';
import { yamlSyntax } from './yamlSyntax.ts';
import { yamlTrap } from './yamlTrap.ts';

export const rules: readonly Rule[] = [
  yamlSyntax,
  yamlTrap,
  secondDocument,
  unknownAlias,
  tooLarge,
  unknownKey,
  missingKey,
  wrongType,
  wrongValue,
  duplicateKey,
  conflictingKeys,
  keyWithoutEffect,
  emptyList,
  badIndentation,
  badDuration,
  badTarget,
  badWindow,
  badVersion,
  badId,
  reversedRange,
  unknownSkill,
  ambiguousSkill,
  similarSkillNames,
  skillNotById,
  redundantAlias,
  unusedSkill,
  unknownTeam,
  unusedTeam,
  unknownNode,
  idNeeded,
  unknownArtefact,
  unknownMeasure,
  uncheckedCondition,
  unusedMeasure,
  untakenInput,
  unknownChain,
  duplicateId,
  nearDuplicateChain,
  chainIdNotFileName,
  neededBeforeProduced,
  maybeNotProduced,
  producedInTwoLanes,
  producedTwice,
  unusedProduct,
  needlessSequence,
  contractVersion,
  unboundInput,
  deliveryNotTaken,
  needNotDelivered,
  handoffEndsDiffer,
  waitingCircle,
  handoffWithoutGate,
  handoffWithoutRollback,
  escalationWithoutResume,
  illegalJump,
  loopWithoutBound,
  loopWithoutWayOut,
  decisionWithoutOtherwise,
  routeNeverTaken,
  fallsThrough,
  unreachableNode,
  noWayToEnd,
  joinOutOfRange,
  joinNeverHappens,
  laneMayBeSkipped,
  redundantAfter,
  afterCycle,
  afterOtherRoute,
  selfRunningChain,
  handoffCircle,
  bandsOverlap,
  rowUnlikeColumns,
  successNotMeasurable,
  changeWithoutBase,
  phaseWithoutExit,
  sharesNotWhole,
  windowsOverlap,
  deadlineMissed,
  phaseTooShort,
  stepLongerThanPhase,
  windowsOutOfOrder,
  windowOutsideTimeline,
  longerThanTimeline,
  timelineWithoutRoom,
  milestoneMissed,
  targetOutOfReach,
  delegationBroken,
  vetoRoleMissing,
  skillInTwoLanes,
  documentNotCalled,
  unknownFile,
  unknownItem,
  dependencyCycle,
  itemInNoPhase,
  itemInTwoPhases,
  needsLaterPhase,
  priorityInversion,
  overCapacity,
  samePhaseDependency,
  vacuousSuccess,
  teamWithoutItems,
  itemWithoutTeam,
  ownerWithoutTeam,
  titleNotFileName,
  riskWithoutMitigation,
  suiteIdNotFileName,
  planIdNotFileName,
  emptyTemplate,
  undeclaredPlaceholder,
  unusedInput,
  exampleWithoutInput,
  unknownInput,
  planNotTried,
  keyOrder,
  durationSpelling,
  unknownRule,
  badSuppression,
  suppressionWithoutReason,
  unusedSuppression,
];
