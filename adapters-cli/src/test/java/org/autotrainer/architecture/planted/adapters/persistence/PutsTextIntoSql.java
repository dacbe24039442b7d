package org.autotrainer.architecture.planted.adapters.persistence;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;

final class PutsTextIntoSql {
    ResultSet joined(Statement statement, String agent) throws SQLException {
        return statement.executeQuery("SELECT number FROM agents WHERE name = '" + agent + "'");
    }

    ResultSet formatted(Statement statement, String agent) throws SQLException {
        return statement.executeQuery("SELECT number FROM agents WHERE name = '%s'".formatted(agent));
    }

    ResultSet appended(Statement statement, String agent) throws SQLException {
        StringBuilder sql = new StringBuilder("SELECT number FROM agents WHERE name = '");
        return statement.executeQuery(sql.append(agent).append("'").toString());
    }
}
