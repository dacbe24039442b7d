/** The one way in which anything in AutoTrainer says that it cannot do what was asked. */
package org.autotrainer.application.problem;
