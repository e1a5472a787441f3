package org.collporterre.tests.consumer.payara;

import jakarta.ws.rs.ApplicationPath;
import jakarta.ws.rs.core.Application;

/** A service that keeps initiatives. */
@ApplicationPath("/")
public class InitiativesApplication extends Application {}
