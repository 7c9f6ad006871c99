/** What the rest of the project may use of the core: the servers, the command line and the tests of both. */
export type { ChainGraph, GraphEdge, GraphNode, GraphNodeKind } from './analysis/chainGraph.ts';
export type { ChainDocumentSource, DocumentRequest } from './documentRequests.ts';
export { type FileNameRequest, numberOf, proposeFileName } from './documents/fileName.ts';
export { type FoundFolder, findFolder, folderFiles, pathBelow, usualFolders } from './documents/folders.ts';
export { type DocumentKind, type TemplateName, templates } from './documents/kinds.ts';
export { chainIdOf, leftAsItIs, newChainSnippet } from './documents/newChainText.ts';
export { namesIn, otherBranches } from './documents/otherBranches.ts';
export type { Scaffold } from './documents/scaffold.ts';
export { templateOrder } from './documents/templateOrder.ts';
export { today } from './documents/today.ts';
export type { LayoutEngine } from './drawing/suite/freeGraph.ts';
export { codeActionKinds } from './features/codeActions.ts';
export type { HintData } from './features/inlayHints.ts';
export type { RefusedRename, RenameResult } from './features/rename.ts';
export type { HintKinds } from './features/support/hints/hint.ts';
export { tokenModifiers, tokenTypes } from './features/support/tokens/tokenTypes.ts';
export {
  createLanguageService,
  type LanguageService,
  type ProjectChange,
} from './languageService.ts';
export type { TakenAlong } from './library/libraryTaking.ts';
export { maximumFindings } from './limits.ts';
export { ignoreLine } from './model/suppressions.ts';
export { isKebabCase, slug } from './model/values/identifier.ts';
export { agentSkillGlobs, leadsToAgentSkills } from './project/agentSkillPlaces.ts';
export { type CheckingSettings, type Preset, presets } from './project/checking.ts';
export { isLibraryUri } from './project/library.ts';
export { isMarkdown } from './project/linkingFiles.ts';
export { fileName, filePatterns, isProjectFile } from './project/places.ts';
export type { DocumentState } from './project/snapshot.ts';
export type { TakeRequest } from './project/takeAlong.ts';
export { rules } from './rules/index.ts';
export { moreFindingsCode } from './rules/lint.ts';
export type { Example, Rule } from './rules/rule.ts';
export { nearNames } from './util/nearNames.ts';
export { matchesPath, readPathPattern } from './util/pathPattern.ts';
export type { Library, PathPattern, StopSignal, Workspace } from './workspace.ts';
export type { ChainEntry, SuiteEntry } from './workspaceEntries.ts';
