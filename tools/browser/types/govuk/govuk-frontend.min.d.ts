// govuk-frontend publishes no types of its own; these are what waymark.browser.js uses of it.
type Part = new (root: Element) => object

export declare function createAll(part: Part): object[]
export declare const Button: Part
export declare const CharacterCount: Part
export declare const Checkboxes: Part
export declare const ErrorSummary: Part
export declare const NotificationBanner: Part
export declare const PasswordInput: Part
export declare const Radios: Part
export declare const ServiceNavigation: Part
export declare const SkipLink: Part
