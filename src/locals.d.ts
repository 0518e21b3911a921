declare namespace App {
  interface Locals {
    /** Ids of the article's figures whose words nobody has translated into its language. */
    untranslated?: readonly string[];
  }
}
