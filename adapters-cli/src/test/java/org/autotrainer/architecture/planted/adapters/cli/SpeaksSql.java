package org.autotrainer.architecture.planted.adapters.cli;

import java.sql.Connection;
import java.sql.SQLException;

final class SpeaksSql {
    Object prepare(Connection connection) throws SQLException {
        return connection.prepareStatement("SELECT 1");
    }
}
