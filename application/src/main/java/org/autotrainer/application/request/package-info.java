/** What a request asks of its write beside its work: to be carried out once, and only on what its caller has seen. */
package org.autotrainer.application.request;
