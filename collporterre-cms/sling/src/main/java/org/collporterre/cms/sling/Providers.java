package org.collporterre.cms.sling;

/**
 * Lets JSON and validation find the providers that are in this bundle: they ask the class loader of
 * the thread, by which Sling shows scripts the providers of other bundles.
 */
final class Providers {
  private Providers() {}

  /** Begins; returns what {@link #leave} needs. */
  static ClassLoader enter() {
    Thread thread = Thread.currentThread();
    ClassLoader before = thread.getContextClassLoader();
    thread.setContextClassLoader(Providers.class.getClassLoader());
    return before;
  }

  /** Ends: the thread's providers are those of before. */
  static void leave(ClassLoader before) {
    Thread.currentThread().setContextClassLoader(before);
  }
}
