/** Classes that break a rule of the application, one each: proof that the rule can fail. */
package org.autotrainer.architecture.planted.application;
